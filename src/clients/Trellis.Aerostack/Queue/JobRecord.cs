using System.Text.Json;

namespace Trellis.Aerostack;

/// <summary>What is known about a job, for seven days. Contract section 2.2.3.</summary>
public sealed record JobRecord : AerostackAnswer
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of job it is.</summary>
    public string? Type { get; init; }

    /// <summary>What it was given; <see cref="JsonValueKind.Undefined"/> when the server does not say.</summary>
    public JsonElement Data { get; init; }

    /// <summary>What has become of it.</summary>
    public JobStatus? Status { get; init; }

    /// <summary>Whose it is.</summary>
    public string? ProjectId { get; init; }

    /// <summary>When it was put into the queue.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
