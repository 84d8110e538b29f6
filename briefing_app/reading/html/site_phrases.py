"""How sites head and word what they add to an article, in English, Spanish and French, as patterns without regard to case."""

import re


def _any(*lines: str) -> re.Pattern[str]:
    return re.compile("|".join(lines), re.IGNORECASE)


_RULES = (
    r"(?:privacy(?: policy| notice| statement)?|terms(?: of use| of service| and conditions| & conditions)?|legal notice|imprint"
    r"|cookies?(?: policy| notice| settings| preferences)?|accessibility(?: statement)?|contact(?: us)?|site ?map|disclaimer"
    r"|mentions légales|(?:politique de )?confidentialité|conditions d[’']utilisation|plan du site|accessibilité"
    r"|gestion des cookies|aviso legal|(?:política de )?privacidad|política de cookies|términos(?: y condiciones| de uso)?"
    r"|mapa del sitio|contacto)"
)

LEGAL = _any(
    r"^(?:©|\(c\)\s*(?:19|20)\d\d|copyright\b\s*(?:©|\(c\)|(?:19|20)\d\d|by\b|[–—|-]))",
    r"^[^.]{0,80}(?:©\s*(?:19|20)\d\d|copyright\s+(?:©\s*)?(?:19|20)\d\d)[^.]{0,80}$",
    r"\b(?:all rights reserved|tous droits réservés|todos los derechos reservados)\b.{0,60}$",
    rf"^\W*(?:{_RULES}\W+){{1,12}}{_RULES}\W*$",
    r"^(?:back to (?:the )?top|haut de page|retour en haut|volver arriba|skip to (?:main )?content)\W*$",
    r"^(?:print this page|imprimir|imprimer|(?:proudly )?powered by\b.{0,60})\W*$",
    r"^(?:was this (?:page|article) helpful|¿te ha sido útil|cette page vous a-t-elle été utile)\b.{0,40}$",
    r"^sign up (?:to|for) (?:our|the) (?:\w+ ){0,3}(?:letter|newsletter|updates|mailing list|alerts)",
    r"^(?:subscribe to (?:our|the)|follow us on|join our mailing list)\b",
    r"^(?:abonnez-vous à (?:notre|la)|suivez-nous sur|inscrivez-vous à (?:notre|la) (?:lettre|newsletter))\b",
    r"^(?:suscríbete a (?:nuestro|nuestra|la)|síguenos en)\b",
)
"""Lines by themselves that are a site's: its rights, its rules, its invitations."""

THREAD = _any(
    r"\d+\s+(?:comments?|responses?|thoughts?|replies)(?:\s+(?:on|to)\b.*)?",
    r"(?:comments|commentaires|comentarios)\s*\(\d+\)",
    r"(?:leave|post|add|write) a (?:comment|reply)\b.*|join the (?:conversation|discussion)",
    r"\d+\s+(?:commentaires?|réponses?|réflexions?)(?:\s+(?:sur|à|au sujet de)\b.*)?|(?:laisser|ajouter|poster) un commentaire.*",
    r"\d+\s+(?:comentarios?|respuestas?)(?:\s+(?:en|a|sobre)\b.*)?|(?:deja|añade|publica) (?:un comentario|una respuesta).*",
)
"""Headings of what readers wrote."""

MAYBE_THREAD = _any(r"(?:comments|discussion|commentaires|comentarios|reader comments)(?:\s*\(\d+\))?:?")
"""Headings of that, where what follows is answered."""

ANSWER = _any("reply", "répondre", "responder")
"""What each of several such texts has under it."""

MORE = _any(
    r"related (?:posts?|articles?|news|stories|content|links|topics|reading|items)",
    r"you (?:may|might) also (?:like|be interested).*|read (?:more|next|also)|more (?:news|stories|articles|from\b.*|like this)",
    r"(?:recent|latest|popular) (?:posts|news|articles|stories)|recommended(?: for you)?|trending(?: now)?",
    r"most (?:read|popular|viewed)|share(?: this(?: \w+){0,2}| on\b.*)?|about the authors?|follow us.*",
    r"newsletter|subscribe.*|sign up.*|tags|categories|filed under|stay (?:informed|connected|in touch)|in this section",
    r"(?:à )?lire aussi|articles (?:similaires|liés|récents|connexes)|sur le même (?:sujet|thème)|à propos de l[’']auteur.*",
    r"partager(?: (?:ce|cet|cette|sur)\b.*)?|suivez-nous.*|les plus lus|dans la même rubrique|actualités liées",
    r"(?:también )?(?:te|le) puede interesar.*|(?:artículos|noticias|entradas|contenidos?) (?:relacionad[ao]s?|recientes)",
    r"compart(?:e|ir)(?: (?:en|est[ae])\b.*)?|sobre el autor.*|síguenos.*|lo más leído|etiquetas|más noticias",
)
"""Headings of what else a site has."""
