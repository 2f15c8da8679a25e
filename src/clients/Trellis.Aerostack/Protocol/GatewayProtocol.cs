namespace Trellis.Aerostack;

/// <summary>What is particular to the gateway: a consumer's key or a user's token as bearer, and error bodies of its own.</summary>
internal sealed class GatewayProtocol(AerostackClientOptions options) : AerostackProtocol(options)
{
    public override Exception CreateException(ApiFailure failure, FailedCall call) =>
        failure is { Kind: FailureKind.Status, Status: >= 400 } && call.DeclaredErrors.Count == 0
            ? AerostackErrors.FromGateway(failure, call)
            : base.CreateException(failure, call);

    public override Exception CreateCredentialException(string message) => MissingCredential(message);

    /// <summary>The exception for a credential that is not there.</summary>
    public static AerostackCredentialException MissingCredential(string message) => new(
        $"{message} The gateway needs a consumer key (options.{nameof(AerostackClientOptions.ConsumerKey)}) or a user's token " +
        $"(options.{nameof(AerostackClientOptions.UserToken)}).");

    protected override void SetCredential(HttpRequestMessage request, string token) =>
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
}
