"""In which language the page speaks: messages by catalogue, numbers, dates and lists as its readers write them.

English stands in the code, as gettext's messages do; every other language is one file, ``catalogues/<code>.po``, and all that
Babel's locale data knows of it. To add a language, add that file (``docs/collect_messages.py`` fills in what there is to say). What is said outside of a page (the command line, files that
programs read) is said in English: nobody has to name a language there, and none is loaded.
"""
