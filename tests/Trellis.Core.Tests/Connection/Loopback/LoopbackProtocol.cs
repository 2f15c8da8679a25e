namespace Trellis.Tests.Connection.Loopback;

/// <summary>The least that a platform can be: a bearer token, and an immediate retry of any failure while attempts are left.</summary>
internal sealed class LoopbackProtocol(string name = "loopback") : ApiProtocol
{
    public override string Name => name;

    /// <summary>Whether a call without a token is refused.</summary>
    public bool NeedsToken { get; init; } = true;

    public override bool NeedsCredential => NeedsToken;

    public override Redactor Redactor => Redactor.Default;

    public override void PrepareHeaders(HttpRequestMessage request, ReadOnlySpan<byte> body, string token) =>
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");

    public override bool ShouldRetry(ApiFailure failure, int attempt, Func<double> randomness, out TimeSpan delay)
    {
        delay = TimeSpan.FromMilliseconds(1);
        return true;
    }

    public override Exception CreateException(ApiFailure failure, FailedCall call) => new LoopbackException(failure, call);

    public override Exception CreateCredentialException(string message) => new InvalidOperationException(message);
}
