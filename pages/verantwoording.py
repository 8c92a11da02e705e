"""Verantwoording: what the benchmark is, what its words mean, and every printed figure beside ours."""

from explorer.screen.frame.session import current
from explorer.screen.parts import markup
from explorer.screen.parts.blocks import page_head, simulated_mark
from explorer.screen.subjects import verantwoording_texts as texts
from explorer.screen.subjects.verantwoording import blocks, show_block, table_of_contents

context = current()
page_head(context, texts.TITLE, subject="Verantwoording")
markup.line("lead", texts.LEAD)
simulated_mark(context)
if not context.view.is_default:
    markup.line("base", texts.FILTERS_DO_NOT_COUNT)

shown = blocks(context)
table_of_contents(shown)
for block in shown:
    show_block(block)
