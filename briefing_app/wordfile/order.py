"""The order in which the schema wants children (ISO/IEC 29500-1, wml.xsd): Word refuses files that have another.

python-docx and LibreOffice open such files without a word, so nothing but this table tells.
"""

from collections.abc import Iterator, Mapping

from docx.oxml.ns import nsmap
from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives the class of all elements no public name

_WORD = f"{{{nsmap['w']}}}"

_SIDES = "top left start bottom right end insideH insideV tl2br tr2bl between bar"

SEQUENCES: Mapping[str, tuple[str, ...]] = {
    parent: tuple(children.split())
    for parent, children in {
        "pPr": (
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
            " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
            " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
            " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
        ),
        "rPr": (
            "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
            " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
            " eastAsianLayout specVanish oMath rPrChange"
        ),
        "tblPr": (
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd"
            " tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
        ),
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
        "sectPr": (
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols"
            " formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
        ),
        "style": (
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal"
            " personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
        ),
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "settings": (
            "view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape"
            " mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat"
            " themeFontLang clrSchemeMapping decimalSymbol listSeparator"
        ),
        "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
        "pBdr": _SIDES,
        "tblBorders": _SIDES,
        "tcBorders": _SIDES,
        "tblCellMar": _SIDES,
        "tcMar": _SIDES,
    }.items()
}
"""Children by parent, both without their prefix, in the order of the schema."""


def in_schema_order(element: Element) -> None:
    """Put the children of properties in the schema's order; those of other elements stay as they are."""
    sequence = SEQUENCES.get(_local(element))
    if sequence and len(element) > 1:
        element[:] = sorted(
            element, key=lambda child: sequence.index(_local(child)) if _local(child) in sequence else len(sequence)
        )


def misplaced(root: Element) -> Iterator[str]:
    """Yield where, at or under an element, children stand in another order than the schema's."""
    for element in root.iter(f"{_WORD}*"):
        sequence = SEQUENCES.get(_local(element))
        if sequence is None:
            continue
        names = [_local(child) for child in element.iterchildren(f"{_WORD}*")]
        for name in names:
            if name not in sequence:
                yield f"{_local(element)} has an unknown {name}"
        places = [sequence.index(name) for name in names if name in sequence]
        if places != sorted(places):
            yield f"{_local(element)} holds {' '.join(names)}"


def _local(element: Element) -> str:
    return etree.QName(element).localname
