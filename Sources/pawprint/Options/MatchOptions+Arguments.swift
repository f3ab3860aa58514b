public import ArgumentParser
public import Duplicates

extension MatchOptions.Orientations: ExpressibleByArgument {}

extension MatchOptions.Animations: ExpressibleByArgument {}

extension MatchOptions.Cluster: ExpressibleByArgument {}

extension MatchOptions.Reach: ExpressibleByArgument {}
