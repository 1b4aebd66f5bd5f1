"""Minutes and agendas as what they are: meeting, items, sections, recommendations, decisions, attachments, absentees, votes."""
