/// The look of the stand-in's pages: plain, readable on a phone, nothing from elsewhere.
enum PageStyle {
    static let markup: Markup = """
        <style>
        :root{color-scheme:light}
        *{box-sizing:border-box}
        body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1rem;background:#f1f4f9;color:#16202c}
        body.frame{background:#e3ebf6;padding:.75rem;min-height:100vh}
        h1{font-size:1.3rem;margin:.25rem 0}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
        a{color:#0b57b0}
        iframe{width:100%;height:50vh;min-height:16rem;border:1px solid #b9c6d8;border-radius:.5rem;background:#e3ebf6}
        form{background:#fff;border:1px solid #d5dde8;border-radius:.5rem;padding:.75rem;margin:.75rem 0}
        fieldset{border:0;margin:0;padding:0}legend{font-weight:600;padding:0}
        label{display:block;margin:.4rem 0}
        input:not([type=checkbox]),textarea,select{font:inherit;width:100%;padding:.5rem}
        input,textarea,select{border:1px solid #8493a8;border-radius:.35rem;background:#fff}
        button{font:inherit;margin-top:.4rem;padding:.5rem 1rem;border:0;border-radius:.35rem;background:#0b57b0;color:#fff;cursor:pointer}
        button:focus-visible,input:focus-visible,textarea:focus-visible,a:focus-visible{outline:3px solid #f5a623;outline-offset:2px}
        .me,.oa{max-width:85%;margin:.5rem 0;padding:.5rem .75rem;border-radius:.75rem;background:#fff;overflow-wrap:anywhere}
        .me{margin-left:auto;background:#cfe3ff}
        .me p,.oa p{margin:0;white-space:pre-wrap}
        .oa .button{border:1px solid #0b57b0;border-radius:.35rem;padding:.15rem .5rem;margin-top:.3rem}
        img{max-width:100%;height:auto;border-radius:.35rem}
        small,.none{color:#4d5b6d}
        table{width:100%;border-collapse:collapse;background:#fff;font-size:.9rem}
        th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #d5dde8;overflow-wrap:anywhere}
        </style>
        """
}
