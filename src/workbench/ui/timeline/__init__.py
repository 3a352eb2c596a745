"""Parts of the page of the timeline: how events and items are said, and what stands beside the table."""
