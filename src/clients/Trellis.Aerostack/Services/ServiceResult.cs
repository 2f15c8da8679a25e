using System.Text.Json;

namespace Trellis.Aerostack;

/// <summary>What a service answered. Contract section 2.1.8.</summary>
public sealed record ServiceResult : AerostackAnswer
{
    /// <summary>Whether it did what it was asked to.</summary>
    public bool? Success { get; init; }

    /// <summary>What it answered; <see cref="JsonValueKind.Undefined"/> when it said nothing.</summary>
    public JsonElement Result { get; init; }
}
