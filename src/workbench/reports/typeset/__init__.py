"""Setting court pages: Qt lays the text out, ReportLab makes the pages, pikepdf finishes the archive form."""
