"""Who is named: from capitalised runs and what stands around them to mentions of somebody."""
