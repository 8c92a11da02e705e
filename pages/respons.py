"""Respons: who was asked, who answered, where, and which questions were skipped."""

from explorer.screen.frame.session import current
from explorer.screen.parts import markup
from explorer.screen.parts.blocks import page_head, simulated_mark, stop_when_empty
from explorer.screen.subjects.municipality_list import municipality_list
from explorer.screen.subjects.respons import (
    large_numbers,
    maps,
    nonresponse,
    rates,
    response_sentence,
)
from explorer.telling.subjects.participants import respondents_of
from explorer.telling.subjects.participation import gather_response
from explorer.telling.subjects.questions import question_figures

context = current()
page_head(context, "Wie deden mee?", subject="Respons")
stop_when_empty(context, respondents_of(context.desk, context.selection))

response = gather_response(context.desk, context.selection)
markup.line("lead", response_sentence(response))
simulated_mark(context)
large_numbers(response)
maps(context, response)
rates(context, response)
nonresponse(context, question_figures(context.desk, context.selection, context.codebook.questions))
municipality_list(context, response)
