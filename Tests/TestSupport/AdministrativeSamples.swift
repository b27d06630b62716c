package import Domain

/// A small map made for tests: one province with a district and two communes, and what became of them.
package enum AdministrativeSamples {
    package static let units = """
        3\t01\tprovince\tTỉnh Cũ\t
        3\t001\truralDistrict\tHuyện Đồi\t01
        3\t00001\tcommune\tXã Suối\t001
        3\t00002\ttownship\tThị trấn Đồi\t001
        2\t01\tprovince\tTỉnh Mới\t
        2\t00003\tcommune\tXã Suối Lớn\t01
        2\t00004\tward\tPhường Đồi\t01
        """
    package static let successions = "01\t01\twhole\n00001\t00003\twhole\n00002\t00003\tpart\n00002\t00004\tusual\n"

    package static func map(units: String = units, successions: String = successions) throws(AdministrativeFault) -> AdministrativeMap {
        try AdministrativeMap(unitsFile: Array(units.utf8), successionFile: Array(successions.utf8))
    }
}
