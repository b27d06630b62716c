import Foundation

/// Small pictures that are what they say, 64 by 32 pixels of a shade from left to right, and ways to spoil them.
package enum PictureSamples {
    package static let jpeg = bytes(
        """
        /9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQj\
        hCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAgAEADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAA\
        AAAABAb/xAAVEAEBAAAAAAAAAAAAAAAAAAAAA//EABYBAQEBAAAAAAAAAAAAAAAAAAQDBf/EABURAQEAAAAAAAAAAAAAAAAAAAAC/9oADAMBAAIRAxEAPw\
        CVmRMeZExKQgmZMxpkzHoqCJkzGmTMeiYJmTMaZM0KLhBTImPMibXpgwTMmY0yZj0VBEyZjTJmPRMEzJmNMmaFFw//2Q==
        """)

    package static let png = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAEAAAAAgCAIAAAAt/+nTAAAACXBIWXMAAAPoAAAD6AG1e1JrAAABCElEQVRYhWNgsOFiseXisOficeAScOIWceaWcOWWce\
        dR8OBR8eLR8ObV8eU18Oc1CeCzCOKzCeZzCOV3CeP3iOD3iRIIiBYIjRWIjBOITRBMTBJMTRbMTBXKTRMqzBAqzRKuzBauzRVuzBNpLRDpLBTpLRadWCo6\
        tUx0ZoXY3EqxhdViS2vFV9WJr2sQ39Qovq1ZYlerxL42iUMdksc6JU91S57rkbrUJ3VtgtStidL3Jks/miL9bJrMqxky72bKfJot+22O7K95sv8XyDGMem\
        DUA6MeGPXAqAdGPTDqgVEPjHpg1AOjHhj1wKgHRj0w6oFRD4x6YNQDox4Y9cCoB0Y9MOoBUj0AAMPQAPkCswZQAAAAAElFTkSuQmCC
        """)

    package static let gif = bytes(
        """
        R0lGODlhQAAgAIYAAEdwTGVjEQA8CvqeHdaQGl1gEVBbECBIDFleEGFiEVVdEO6ZHMqLGeKUG76GGLKBF+qYHN6TG7qFGPacHdKOGq6AF8aJGf+gHqF7Fn\
        1tE/KbHZV2FXFoEuaWHIlxFMKIGdqRG7aDGJF1Fc6MGqp+F4VwFJ15FnlrEzBPDW1mEqV9F0hYDyRKDJl4FjxTDnVqExhFC41zFWllEgxACoFuFDhSDixN\
        DQg/CkRWDxRDC0xaEEBVDxxHDDRQDhBCCyhLDQQ9CgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQFAAAAACwAAAAAQAAgAAAH/4ACQDczPj\
        kwPAcsPzYoPTUuOzgrOgYKCAUJATIpHC8nGTQlHjEiGy0mGCokFQ8hEg4fFgwjFAQgEQ0dEAsaEwMXgoSGiIqMjpCSlJaYmpyeoKKkpqiqrK6wsrS2uLq8\
        vsDChYeJi42PkZOVl5mbnZ+ho6Wnqautr7Gztbe5u72/wQaNK2YOWbpl7Jy9iyaPWr1r+LTt6+YPXMBh5IydS6aOWbtn8KTNq2YPW75t/Lz9CyeQWLlj6J\
        Sta+YOWrxp9Kzdy6aPW79vAMW51GhQpkeFNkU61GlSok+VFoVmLBizY8KaIRvmLBmxZ8qKQVtOhckRIU2QDHGShMgTJUWgLP8xEiR7cObHhTdHPtx5cuLP\
        lRcHvtxY9yjWtHqZdnX7N6rYuYSNXkWbdynXtn6hhpU7uKjVs3iVbmXb9ynYuIKJVjV7N6nWtXydfoUbeCjVsnaRZlW7t6nXt4ClQvbMWjdiy6RlA3fMWT\
        Vuw5RFw/bNWDNq23Qlg3bNWzFm07SFd16d+3Dl0bF/N96c+nbhyaFf916c+XTtsZE/t96d+HLp2cE9Nt5z8HHXX3LqWXffcORBF193/im33nX4EVdedPJ5\
        999y7GGXX3HmSTffdwAy1152+hl33nT0gRdgc+5pt99x6FFXX3gCOvfedvwhl1519omno4wqiqihhAoKGWMdiiFmGGGCQea4JIgYQoggkDjCiCKVDx7444\
        2ABQIAOw==
        """)

    package static let webp = bytes(
        """
        UklGRmoBAABXRUJQVlA4WAoAAAAIAAAAPwAAHwAAVlA4IIoAAABQBQCdASpAACAAPo06lke+PKIhMBQN+8ARiUAwgEBRMsVB+QB2cVKi2qK9g4UNRXww+t\
        AA/vFo97lltcsOYmQ+qXGI+wj1pvFjvFzqrNk7jpDoL8x/it7o8G54sDN8Fs1wAdni12GClLoYHEm+ioJDMdMQsnbLdo8QQvqT4AJd38Zv5rK3IgAAAABF\
        WElGugAAAEV4aWYAAElJKgAIAAAABgASAQMAAQAAAAEAAAAaAQUAAQAAAFYAAAAbAQUAAQAAAF4AAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQ\
        AAAGYAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAABAAAAA\
        A6AEAAEAAAAgAAAAAAAAAA==
        """)

    package static let heic = bytes(
        """
        AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAA\
        AAEGlkYXQAAAAAAEAAIAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAKAACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAV\
        aW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQ\
        AYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRp\
        c3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAACAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAA\
        AAAAAOZGltZwACAAEAAQAAADBtZGF0AAAAJCgBrxmA71TmV2TmV89yg7zPHyG62s68XMXKTnTij9REzWwV/g==
        """)

    /// The JPEG as a telephone would have written it: turned by a quarter, with the device, the place and a note of an editor.
    package static let telling: [UInt8] = {
        let exif = Array("Exif\u{0}\u{0}".utf8) + tiff
        let note = Array("http://ns.adobe.com/xap/1.0/\u{0}<x:xmpmeta><exif:GPSLatitude>11,3.5N</exif:GPSLatitude></x:xmpmeta>".utf8)
        let comment = Array("by Nguyen Van A".utf8)
        return [0xFF, 0xD8] + segment(0xE1, exif) + segment(0xE1, note) + segment(0xFE, comment) + jpeg.dropFirst(2)
    }()

    /// A PNG head that announces 30,000 by 30,000 pixels, with none behind it.
    package static let boundless: [UInt8] = {
        var bytes = png
        bytes.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
        bytes.replaceSubrange(29..<33, with: checksum(Array(bytes[12..<29])))
        return bytes
    }()

    /// The markers of a JPEG up to its scan: what is written beside the picture stands in 0xE1 to 0xEF and 0xFE.
    package static func markers(_ bytes: [UInt8]) -> [UInt8] {
        var markers: [UInt8] = []
        var at = 2
        while at + 4 <= bytes.count, bytes[at] == 0xFF, markers.last != 0xDA {
            markers.append(bytes[at + 1])
            at += 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
        }
        return markers
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }

    /// Orientation 6 and a place of eleven degrees north (TIFF 6.0, little-endian; Exif 2.3 §4.6).
    private static let tiff: [UInt8] = {
        func short(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
        func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16) }
        let head: [UInt8] = Array("II".utf8) + short(42) + long(8)
        let first = short(3) + short(0x010F) + short(2) + long(8) + long(50)
            + short(0x0112) + short(3) + long(1) + long(6) + short(0x8825) + short(4) + long(1) + long(58) + long(0)
        let maker = Array("CamMaker".utf8)
        let place = short(2) + short(1) + short(2) + long(2) + Array("N\u{0}\u{0}\u{0}".utf8)
            + short(2) + short(5) + long(3) + long(88) + long(0)
        return head + first + maker + place + [11, 1, 3, 1, 30, 1].flatMap(long)
    }()

    /// CRC-32 as PNG has it (ISO 3309).
    private static func checksum(_ bytes: [UInt8]) -> [UInt8] {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return withUnsafeBytes(of: (~sum).bigEndian) { Array($0) }
    }

    private static func bytes(_ text: String) -> [UInt8] { Data(base64Encoded: text).map { [UInt8]($0) } ?? [] }
}
