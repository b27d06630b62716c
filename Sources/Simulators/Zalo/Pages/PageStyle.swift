/// The look of the stand-in's pages: plain, readable on a phone, nothing from elsewhere.
enum PageStyle {
    static let markup: Markup = """
        <style>
        :root{color-scheme:light}
        *{box-sizing:border-box}
        body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1rem;background:#f1f4f9;color:#16202c}
        body.frame{background:#e3ebf6;padding:.75rem;min-height:100vh}
        nav{margin-bottom:.25rem}header p{margin:.25rem 0 .75rem;color:#3a4757}
        h1{font-size:1.35rem;line-height:1.3;margin:.25rem 0}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
        a{color:#0b57b0}
        ul{list-style:none;margin:.5rem 0;padding:0;background:#fff;border:1px solid #d5dde8;border-radius:.6rem}
        li{display:flex;gap:.6rem;align-items:baseline;padding:.6rem .75rem;border-bottom:1px solid #e6ebf2;flex-wrap:wrap}
        li:last-child{border-bottom:0}.side{margin-left:auto;font-size:.9rem}
        ul.plain{background:none;border:0}ul.plain li{padding:.25rem 0;border:0}ul.plain li::before{content:"•"}
        iframe{display:block;width:100%;height:48vh;min-height:15rem;border:1px solid #b9c6d8;border-radius:.6rem;background:#e3ebf6}
        form{background:#fff;border:1px solid #d5dde8;border-radius:.6rem;padding:.75rem;margin:.75rem 0}
        form.bare{background:none;border:0;padding:0;margin:.4rem 0;display:inline-block}
        form.row{display:flex;gap:.6rem;align-items:end;flex-wrap:wrap}form.row label{flex:1 1 14rem;margin:0}
        div.row{display:flex;gap:.5rem;flex-wrap:wrap}
        label{display:block;margin:.4rem 0}label.box{padding:.2rem 0}
        input:not([type=checkbox]):not([type=hidden]),textarea,select{font:inherit;width:100%;padding:.5rem;margin-top:.15rem}
        input,textarea,select{border:1px solid #8493a8;border-radius:.4rem;background:#fff;color:inherit}
        input[type=file]{border-style:dashed}input[type=checkbox]{width:1.1rem;height:1.1rem;vertical-align:-.15rem}
        button{font:inherit;min-height:2.75rem;padding:.5rem 1rem;border:1px solid #0b57b0;border-radius:.4rem;background:#0b57b0;color:#fff;
        cursor:pointer}
        button.quiet{background:#fff;color:#0b57b0}
        button:focus-visible,input:focus-visible,textarea:focus-visible,select:focus-visible,a:focus-visible,summary:focus-visible{
        outline:3px solid #f5a623;outline-offset:2px}
        details{background:#fff;border:1px solid #d5dde8;border-radius:.6rem;padding:.25rem .75rem;margin:.75rem 0}
        details form,details ul{border:0;padding:.5rem 0;margin:0;border-top:1px solid #e6ebf2;border-radius:0}
        details form.row{padding:.5rem 0}summary{cursor:pointer;padding:.5rem 0;font-weight:600}
        .me,.oa{width:fit-content;max-width:85%;margin:.6rem 0;padding:.5rem .75rem;border-radius:.9rem;background:#fff;overflow-wrap:anywhere}
        .me{margin-left:auto;background:#cfe3ff}
        .me p,.oa p{margin:0 0 .25rem;white-space:pre-wrap}.pre{white-space:pre-wrap}
        blockquote{margin:0 0 .35rem;padding:.15rem .5rem;border-left:3px solid #0b57b0;color:#3a4757;font-size:.9rem}
        .button,.card{border:1px solid #b9c6d8;border-radius:.5rem;padding:.35rem .6rem;background:#f8fafd}
        .reactions{font-size:1.1rem}
        img{display:block;max-width:100%;max-height:20rem;height:auto;border-radius:.4rem;margin:.2rem 0}img.sticker{width:6rem}
        small,.none{color:#4d5b6d}.bad{color:#a11616;font-weight:600}
        table{width:100%;border-collapse:collapse;background:#fff;font-size:.9rem;border:1px solid #d5dde8;border-radius:.6rem}
        th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid #e6ebf2;overflow-wrap:anywhere}
        </style>
        """
}
