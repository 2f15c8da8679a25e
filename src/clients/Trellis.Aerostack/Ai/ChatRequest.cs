namespace Trellis.Aerostack;

/// <summary>A conversation that the model is to go on with, as the first version of the API has it. Contract section 2.1.1.</summary>
/// <param name="Messages">What was said so far.</param>
/// <param name="Model">The model; <see langword="null"/> for the server's default.</param>
public sealed record ChatRequest(IReadOnlyList<ChatMessage> Messages, string? Model = null);
