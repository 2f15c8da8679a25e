namespace Trellis.Aerostack.Json;

internal sealed record WalletAnswer
{
    public GatewayWallet? Wallet { get; init; }
}
