using System.Collections.Concurrent;
using Trellis.Server.Akshi.Inference;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>Answers as the test says and keeps the questions.</summary>
internal sealed class FakeInference : IInference
{
    public ConcurrentQueue<InferenceRequest> Asked { get; } = [];

    public bool HasModel { get; set; }

    public bool HasLocalModel { get; set; }

    public Func<InferenceRequest, CancellationToken, Task<InferenceResult>> Answer { get; set; } = static (_, _) => Task.FromResult(Result("[]"));

    public static InferenceResult Result(string text, decimal cost = 0) => new(text, "local", "fake", 1, 1, cost);

    public async ValueTask<InferenceResult> CompleteAsync(InferenceRequest request, CancellationToken cancellationToken)
    {
        Asked.Enqueue(request);
        return await Answer(request, cancellationToken);
    }

    public void Always(string text, decimal cost = 0) => Answer = (_, _) => Task.FromResult(Result(text, cost));
}
