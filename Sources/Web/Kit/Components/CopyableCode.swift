/// A code that people write down or pass on: large, marked with one tap, copied by a button where scripts run.
/// - Parameter label: what it is ("Mã tra cứu").
package func copyableCode(_ code: String, label: String) -> HTML {
    """
    <div class="code" data-copy><p>\(label)</p>
    <output>\(code)</output>
    <button class="button plain" type="button" hidden data-copied="Đã chép">\(Icon.copy.html) <span>Chép mã</span></button>
    </div>
    """
}

extension Example {
    package static let copyableCode: [HTML] = [Web.copyableCode("7KQ2MXW4HP", label: "Mã tra cứu")]
}
