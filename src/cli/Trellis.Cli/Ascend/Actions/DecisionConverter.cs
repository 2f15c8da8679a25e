using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend;

/// <summary>Decisions as <c>allowed</c>, <c>denied</c> and <c>pending</c>.</summary>
internal sealed class DecisionConverter() : JsonStringEnumConverter<Decision>(JsonNamingPolicy.SnakeCaseLower);
