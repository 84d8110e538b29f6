"""What there is to choose from: templates, audiences, brands, and the names that words may mean."""

from briefing_app.catalogue.brands import list_brands, load_brand
from briefing_app.catalogue.entries import list_audiences, list_templates, load_audience, load_naming, load_template

all_templates = list_templates
all_audiences = list_audiences
all_brands = list_brands
template_of = load_template
audience_of = load_audience
brand_of = load_brand
naming = load_naming
