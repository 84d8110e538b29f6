"""Pictures that stand in a line of text, with words for those who cannot see them."""

from docx.oxml.parser import parse_xml

from briefing_app.wordfile.elements import holdable
from briefing_app.wordfile.order import Element

EMU_PER_POINT = 12_700

_INLINE = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  ><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/><wp:cNvGraphicFramePr
  ><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData
  uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr
  ><pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm
  ><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
"""


def inline_picture(relationship: str, identifier: int, width: float, height: float, description: str) -> Element:
    """Return the run content that shows a picture, ``width`` by ``height`` points, of the image behind a relationship.

    ``identifier`` is unique in the document. ``description`` is what a screen reader says.
    """
    drawing = parse_xml(_INLINE.strip())
    name = f"Picture {identifier}"
    size = {"cx": str(round(width * EMU_PER_POINT)), "cy": str(round(height * EMU_PER_POINT))}
    for path, values in {
        "wp:extent": size,
        "a:ext": size,
        "wp:docPr": {"id": str(identifier), "name": name, "descr": holdable(description)},
        "pic:cNvPr": {"id": str(identifier), "name": name},
    }.items():
        element = drawing.xpath(f".//{path}")[0]
        for key, value in values.items():
            element.set(key, value)
    drawing.xpath(".//a:blip")[0].set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", relationship)
    return drawing
