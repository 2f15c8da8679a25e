namespace Trellis.Server.Aerostack.Search;

/// <summary>A document that may be an answer.</summary>
/// <param name="Number">Its number in the store.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Metadata">Its metadata, when a filter asks for them; else empty.</param>
/// <param name="Score">How well it fits; more is better.</param>
internal readonly record struct Candidate(long Number, string Type, string Metadata, double Score);
