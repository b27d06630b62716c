/// What a person tells of himself when the account asks.
package struct ZaloDetails: Sendable {
    package var name: String
    /// `84…`.
    package var phone: String
    package var address: String
    package var ward: String
    package var city: String

    package init(name: String, phone: String, address: String = "", ward: String = "", city: String = "") {
        self.name = name
        self.phone = phone
        self.address = address
        self.ward = ward
        self.city = city
    }

    /// As read back with `user/detail`.
    var shared: [String: String] { ["name": name, "phone": phone, "address": address, "district": ward, "city": city] }

    /// The shape of 2025: the phone is a number.
    var oldShape: JSON {
        [
            "address": .string(address), "phone": Int64(phone).map { .integer($0) } ?? .string(phone), "city": .string(city), "district": "",
            "name": .string(name), "ward": .string(ward),
        ]
    }

    /// The shape of 2026.
    var newShape: JSON {
        [
            "name": .string(name), "phone": .string(phone), "user_dob": "", "gender": "",
            "full_address": ["user_city": .string(city), "user_ward": .string(ward), "user_address": .string(address)],
        ]
    }
}
