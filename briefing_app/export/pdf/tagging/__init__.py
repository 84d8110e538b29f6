"""Tagged, archival PDF from reportlab: files that are PDF/UA-1 and PDF/A-2a at once, and the same bytes for the same input.

It needs reportlab and the standard library alone. How it is used::

    canvas = TaggedCanvas(file, (595, 842), EmbeddedFont("Text", "Text.ttf"), Properties("Title", language="en"))
    section = Element("Sect")
    heading = Element("H", section, level=1)       # H1 to H6: levels are evened out, none is ever skipped
    words = Element("P", section)
    canvas.tell(heading)                           # what is drawn from here on is the heading's
    ...                                            # draw
    canvas.tell(words)
    ...
    canvas.tell(None)                              # what is drawn from here on is an artifact: rules, furniture
    canvas.showPage()
    canvas.tell(words)                             # goes on over the page: still one paragraph
    canvas.save()

- An element joins the tree when something of it is first drawn (or ``canvas.place`` puts it there with nothing to draw), under its
  parent, behind what was drawn before: the order of drawing is the order of reading.
- ``canvas.within(words, language="fr")`` gives the inline element for words in another language inside an element; with ``target``
  a link's. Neighbours of one kind go on as one.
- ``canvas.link(...)`` lays a link's rectangle over what was drawn for it.
- ``canvas.reserve("note-1", near=words)`` keeps a place for an element of that name right behind the block that ``words`` is in:
  a note printed at the page's foot is then read where it belongs.
- ``canvas.enclose(figure, box)`` says where a figure stands.
- ``Element.direction`` is kept for each element, so that right-to-left can be told; drawing it is up to who draws.

Modules: ``elements`` (what a part is), ``tree`` (the parts in order), ``canvas`` (marked content, links, pages), ``writing`` (the
file), ``structure`` (the tree as PDF objects), ``syntax``, ``metadata`` (properties and XMP), ``colour`` (the sRGB profile),
``fonts`` (embedding), ``sameness`` (a digest that compression does not change).
"""
