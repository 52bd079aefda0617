"""From the table to pictures: plain plotly dicts, made without a browser and without Dash."""
