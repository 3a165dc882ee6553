"""One section among the host's files: posts found and hidden, pages and files for programs added."""
