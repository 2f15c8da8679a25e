using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary>A <see cref="JobRecord"/> as it is printed, with whatever else the server says about it.</summary>
internal sealed record PrintedJob(string? Id, string? Type, JsonElement? Data, string? Status, string? ProjectId, DateTimeOffset? CreatedAt)
{
    /// <summary>Whatever else. Settable, since the generator would make anything else a parameter of the constructor.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }

    public static PrintedJob Of(JobRecord job) => new(
        job.Id, job.Type, job.Data.ValueKind == JsonValueKind.Undefined ? null : job.Data, job.Status?.ToString(), job.ProjectId, job.CreatedAt)
    {
        More = job.AdditionalFields,
    };
}
