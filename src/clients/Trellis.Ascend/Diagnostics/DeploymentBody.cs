using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>What a server says about itself. Contract section 2.9.</summary>
internal sealed class DeploymentBody
{
    public string? Status { get; set; }

    public string? Version { get; set; }

    public string? Environment { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalFields { get; set; }
}
