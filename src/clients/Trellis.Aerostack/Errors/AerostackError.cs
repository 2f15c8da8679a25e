using System.Text.Json;

namespace Trellis.Aerostack;

/// <summary>The body of an error. Contract section 3.2.</summary>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Message">What is wrong, for people; can be empty.</param>
/// <param name="Details">More about it, an object; <see langword="null"/> when the server said no more.</param>
public sealed record AerostackError(AerostackErrorCode Code, string Message, JsonElement? Details = null);
