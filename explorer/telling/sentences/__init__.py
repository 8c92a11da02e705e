"""Figures → Dutch sentences (B1). Never a cause, never a judgement, no number that is not in the figures."""

from explorer.telling.sentences.bases import base_line, nothing_to_show, trend_line
from explorer.telling.sentences.clauses import UnknownVerbError, finding, plural_clause, starts_with_verb, subject
from explorer.telling.sentences.copying import copy_sentence
from explorer.telling.sentences.findings import heading, lead
from explorer.telling.sentences.own import own_comment_lines, own_items, own_line
from explorer.telling.sentences.participation import response_lead
from explorer.telling.sentences.start import start_lead
from explorer.telling.sentences.widening import widening_notice
from explorer.telling.sentences.withheld import withheld_line
from explorer.telling.words.selections import filter_words, group_label, selection_words

__all__ = [
    "UnknownVerbError",
    "base_line",
    "copy_sentence",
    "filter_words",
    "finding",
    "group_label",
    "heading",
    "lead",
    "nothing_to_show",
    "own_comment_lines",
    "own_items",
    "own_line",
    "plural_clause",
    "response_lead",
    "selection_words",
    "start_lead",
    "starts_with_verb",
    "subject",
    "trend_line",
    "widening_notice",
    "withheld_line",
]
