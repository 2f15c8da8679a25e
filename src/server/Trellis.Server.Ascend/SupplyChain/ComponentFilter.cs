namespace Trellis.Server.Ascend.SupplyChain;

/// <summary>Which components are wanted; what is null does not narrow the choice.</summary>
internal readonly record struct ComponentFilter(string? Type, string? RiskLevel, bool? HasVulnerabilities, bool? IsActive);
