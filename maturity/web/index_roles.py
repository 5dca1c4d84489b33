"""What the platform's elements say they are to a screen reader, put right where it is not so.

The place for files calls itself mere decoration, and has a name and a place in the order of focus
all the same: it is a group.
"""

SCRIPT = """<script>
      (() => {
        const wrong = "[data-testid=stFileUploaderDropzone][role=presentation]";
        const mend = node => {
          if (node.nodeType !== Node.ELEMENT_NODE) return;
          if (node.matches(wrong)) node.setAttribute("role", "group");
          node.querySelectorAll(wrong).forEach(it => it.setAttribute("role", "group"));
        };
        new MutationObserver(changes => changes.forEach(change =>
          change.addedNodes.forEach(mend)
        )).observe(document, { subtree: true, childList: true });
      })();
    </script>"""
