public import ArgumentParser
public import CheckReports

extension ReportFormat: ExpressibleByArgument {}
