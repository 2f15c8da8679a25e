namespace Trellis.Server.Akshi.Inference;

/// <summary>Asks a model through the router (contract, section 5.5), which chooses the route. Safe for concurrent use.</summary>
internal interface IInference
{
    /// <summary>Whether there is any model to ask.</summary>
    bool HasModel { get; }

    /// <summary>Whether there is a local one, which costs nothing.</summary>
    bool HasLocalModel { get; }

    /// <summary>Asks and returns the whole answer; pieces are told to the event streams as they come.</summary>
    /// <exception cref="InferenceException">No route could answer; the message says why and holds no secret.</exception>
    ValueTask<InferenceResult> CompleteAsync(InferenceRequest request, CancellationToken cancellationToken);
}
