namespace Trellis.Server.Ascend.Models;

/// <summary>Which models are wanted; what is null does not narrow the choice.</summary>
internal readonly record struct ModelFilter(string? Environment, string? RiskLevel, bool? IsDeprecated);
