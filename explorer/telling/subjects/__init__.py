"""What a page, a slide or a file tells of one subject, gathered from a desk."""
