/// The keys of the staff pages; `?` opens it, and so does a click.
let keyList: HTML = """
    <details class="more keys" data-keys><summary>Phím tắt</summary><div>
    <dl class="facts">
    <div><dt><kbd>/</kbd></dt><dd>Tìm hồ sơ</dd></div>
    <div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>Dòng sau, dòng trước trong danh sách</dd></div>
    <div><dt><kbd>Enter</kbd></dt><dd>Mở dòng đang chọn</dd></div>
    <div><dt><kbd>x</kbd></dt><dd>Chọn hoặc bỏ chọn dòng đó để xử lý nhiều hồ sơ</dd></div>
    <div><dt><kbd>r</kbd></dt><dd>Tải lại khi có thay đổi</dd></div>
    <div><dt><kbd>Esc</kbd></dt><dd>Rời ô nhập</dd></div>
    <div><dt><kbd>?</kbd></dt><dd>Mở hoặc đóng bảng phím tắt này</dd></div>
    </dl></div></details>
    """
