namespace Trellis.Server.Akshi.Inference;

/// <summary>No model answered.</summary>
internal sealed class InferenceException(string message, Exception? inner = null) : Exception(message, inner);
