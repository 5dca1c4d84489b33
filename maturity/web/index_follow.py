"""What the running page tells the browser beside its content: its language, and its address.

The content says it in attributes of hidden elements, and one script in the head reads them. So no
script ever comes with content, and the content security policy need not allow any.
"""

SCRIPT = """<script>
      (() => {
        const follow = node => {
          if (node.nodeType !== Node.ELEMENT_NODE) return;
          for (const it of [node, ...node.querySelectorAll("[data-language], [data-address]")]) {
            const { language, address } = it.dataset;
            if (/^[a-z]{2}$/.test(language ?? "")) document.documentElement.lang = language;
            if (address?.startsWith("?")) history.replaceState(history.state, "", address);
          }
        };
        new MutationObserver(changes => changes.forEach(change => {
          if (change.type === "childList") change.addedNodes.forEach(follow);
          else follow(change.target);
        })).observe(document, {
          subtree: true, childList: true, attributeFilter: ["data-language", "data-address"],
        });
      })();
    </script>"""
