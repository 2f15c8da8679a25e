using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>What is asked of the policies.</summary>
internal sealed record PolicyQuestion(string ActionType, string Resource, int? RiskScore, JsonObject? Context);
