"""Documents of the genre as their writers typed them, in three languages: each can be made in every format that is read."""

import html
import io
from dataclasses import dataclass

from docx import Document
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate

FORMS = ("txt", "md", "html", "docx", "pdf")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: a title, lines under it, and the text; an item that begins with ``- `` is a list's, with ``# `` a heading."""

    title: str
    language: str
    date: tuple[int, int | None, int | None] | None
    lines: tuple[str, ...]
    text: tuple[str, ...]


DOCUMENTS = {
    "release-en": Typed(
        "Coalition asks donors to keep the northern road open",
        "en",
        (2023, 3, 14),
        ("FOR IMMEDIATE RELEASE", "14 March 2023"),
        (
            (
                "GENEVA, 14 March 2023 — The Shelter Coalition today asked donor governments to pay for the repair of the northern road, the "
                "only way by which food reaches 120,000 people before the rains."
            ),
            (
                "“Every week that the road is closed, prices double,” said Amina Duarte, director of the coalition. “Families sell their "
                "seed to buy bread, and a family that has sold its seed has nothing to plant in May.”"
            ),
            "The coalition’s 34 members (among them 12 women’s organisations) ask that:",
            "- donors pay the first third of the costs by the end of April;",
            "- the ministry of works publish a timetable; and",
            "- convoys be let through without fees.",
            "“We don’t need new promises,” Ms Duarte said; “we need the old ones kept.”",
            "For more information, contact press@shelter.example or +41 22 555 01 23.",
        ),
    ),
    "brief-en": Typed(
        "Four steps to fair resettlement",
        "en",
        (2022, 9, None),
        ("Policy brief", "September 2022"),
        (
            "# Why it matters",
            (
                "Some 2.4 million people will need a new home next year, 14% more than this year (see annex 2). The U.S. and Canada took in "
                "71,000 of them; the E.U., 16,500."
            ),
            (
                "The law is clear: Article 33(1) of the 1951 Convention forbids sending anyone back to danger, and s. 7(2)(b) of the Act says "
                "the same."
            ),
            "# What should be done",
            "1. Raise the quota to 125,000 a year and fill it.",
            "2. Let families apply together, whatever their papers say.",
            "3. Pay towns that take people in – not only the capital.",
            "4. Publish the figures every quarter.",
            "# How it would be paid for",
            "The cost is $1.9bn over 3 years; per head that is less than one night’s stay in a camp. See https://fair.example/costs.",
        ),
    ),
    "letter-en": Typed(
        "Open letter to the leaders of the G20",
        "en",
        (2021, 10, 28),
        ("28 October 2021",),
        (
            "Your Excellencies,",
            (
                "We, the undersigned, write on behalf of nine organisations that work in 40 countries. You meet this week; the people we work "
                "with cannot wait for the next meeting."
            ),
            "“Nobody leaves home unless home is the mouth of a shark”: a poet’s line, and our clients’ lives.",
            "We ask you to share vaccines now, to cancel debts that cannot be paid, and to let aid through at all crossings.",
            "Yours sincerely,",
            "Jean-Luc O’Brien\nSecretary General",
        ),
    ),
    "comunicado-es": Typed(
        "Organizaciones piden proteger a quienes cruzan la selva",
        "es",
        (2022, 6, 6),
        ("COMUNICADO DE PRENSA", "6 de junio de 2022"),
        (
            (
                "Ciudad de México, a 6 de junio de 2022. Veinte organizaciones pidieron hoy a los gobiernos de la región que protejan a las "
                "personas que cruzan la selva, donde han muerto al menos 51 este año."
            ),
            "«No hay muro que detenga el hambre», dijo Rosa Íñiguez, coordinadora de la red. «Lo que hay son rutas más peligrosas».",
            "¿Qué piden las organizaciones? Que los Estados:",
            "- abran vías legales y seguras;",
            "- garanticen el derecho a pedir asilo, y",
            "- investiguen las desapariciones.",
            "La red recuerda que, según el artículo 22.7 de la Convención, toda persona tiene derecho a buscar asilo.",
            "Contacto: prensa@red.example",
        ),
    ),
    "informe-es": Typed(
        "Tres propuestas para una acogida digna",
        "es",
        (2023, 11, None),
        ("Noviembre de 2023",),
        (
            "# Resumen",
            "En 2023 llegaron 56.852 personas, un 82,1 % más que el año anterior. La acogida —que depende de cada comunidad— no dio abasto.",
            "# Propuestas",
            "1. Crear un fondo estatal de 300 millones de euros.",
            "2. Dar permiso de trabajo desde el primer día.",
            "3. Cerrar los centros de más de cien plazas.",
            "“Un centro no es un hogar”, resume la autora del estudio; “es una sala de espera”.",
        ),
    ),
    "communique-fr": Typed(
        "Les associations demandent l’ouverture d’un couloir humanitaire",
        "fr",
        (2023, 2, 9),
        ("COMMUNIQUÉ DE PRESSE", "Paris, le 9 février 2023"),
        (
            (
                "Douze associations demandent aux États membres d’ouvrir sans délai un couloir humanitaire vers le nord du pays, où 4,1 millions "
                "de personnes dépendent de l’aide."
            ),
            (
                "« Chaque heure compte », explique Hélène N’Diaye, directrice des opérations. « Les équipes sont prêtes ; il ne manque que "
                "l’autorisation. »"
            ),
            "Les associations appellent les bailleurs à :",
            "- doubler leurs contributions ;",
            "- lever les obstacles bancaires ; et",
            "- protéger les travailleurs humanitaires.",
            "Qu’attend-on encore ? Le Conseil de sécurité se réunit le 13 février à 15 h.",
            "Contact presse : presse@associations.example",
        ),
    ),
}


def made(typed, form):
    """Return the bytes of a document in a format."""
    return {"txt": _text, "md": _markdown, "html": _page, "docx": _word, "pdf": _paper}[form](typed)


def _text(typed):
    parts = [typed.title, *typed.lines, *(one.removeprefix("# ") for one in typed.text)]
    return "\n\n".join(parts).encode()


def _markdown(typed):
    parts = [f"# {typed.title}", *typed.lines, *(f"#{one}" if one.startswith("# ") else one for one in typed.text)]
    return "\n\n".join(parts).encode()


def _page(typed):
    parts = [f"<h1>{html.escape(typed.title)}</h1>"]
    for one in (*typed.lines, *typed.text):
        tag = {"#": "h2", "-": "li"}.get(one[0], "p")
        words = html.escape(one.removeprefix("# ").removeprefix("- ")).replace("\n", "<br>")
        parts.append(f"<ul><li>{words}</li></ul>" if tag == "li" else f"<{tag}>{words}</{tag}>")
    return f"<!DOCTYPE html><html lang={typed.language}><body><article>{''.join(parts)}</article></body></html>".encode()


def _word(typed):
    document = Document()
    document.add_heading(typed.title, 0)
    for one in (*typed.lines, *typed.text):
        if one.startswith("# "):
            document.add_heading(one[2:], 1)
        elif one.startswith("- "):
            document.add_paragraph(one[2:], "List Bullet")
        else:
            document.add_paragraph(one)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paper(typed):
    styles = getSampleStyleSheet()
    story = [Paragraph(html.escape(typed.title), styles["Title"])]
    for one in (*typed.lines, *typed.text):
        words = html.escape(one.removeprefix("# ").removeprefix("- ")).replace("\u202f", "\u00a0").replace("\n", "<br/>")
        if one.startswith("- "):
            story.append(ListFlowable([Paragraph(words, styles["BodyText"])], bulletType="bullet"))
        else:
            story.append(Paragraph(words, styles["Heading2" if one.startswith("# ") else "BodyText"]))
    out = io.BytesIO()
    SimpleDocTemplate(out, invariant=1).build(story)
    return out.getvalue()
