"""WordprocessingML that python-docx lacks: building, ordering, numbering, notes, fields, walking and packing."""
