using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend;

/// <summary>Bands of risk as <c>low</c>, <c>medium</c>, <c>high</c> and <c>critical</c>.</summary>
internal sealed class RiskLevelConverter() : JsonStringEnumConverter<RiskLevel>(JsonNamingPolicy.SnakeCaseLower);
