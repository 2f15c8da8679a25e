namespace Trellis.Askii;

/// <summary>What is particular to the chat endpoints that a provisioned key opens: the key as bearer, and nothing of it in the body.</summary>
internal sealed class GatewayProtocol : ApiProtocol
{
    private GatewayProtocol()
    {
    }

    public static GatewayProtocol Instance { get; } = new();

    public override string Name => "askii";

    public override Redactor Redactor => Redactor.Default;

    public override void PrepareHeaders(HttpRequestMessage request, ReadOnlySpan<byte> body, string token) =>
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");

    public override bool ShouldRetry(ApiFailure failure, int attempt, Func<double> randomness, out TimeSpan delay) =>
        AskiiProtocol.Instance.ShouldRetry(failure, attempt, randomness, out delay);

    public override Exception CreateException(ApiFailure failure, FailedCall call) => AskiiErrors.Create(failure, call);

    public override Exception CreateCredentialException(string message) =>
        new AskiiAuthException($"{message} Chats need a provisioned key (ProvisionedKey.ApiKey).");
}
