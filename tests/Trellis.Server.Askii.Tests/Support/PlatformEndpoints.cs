namespace Trellis.Server.Askii.Tests.Support;

/// <summary>The six paths of the contract.</summary>
public static class PlatformEndpoints
{
    public static readonly string[] Paths =
    [
        "/platform/provision-key", "/platform/list-keys", "/platform/revoke-key",
        "/platform/get-key-config", "/platform/update-key-model", "/platform/available-models",
    ];

    public static TheoryData<string> All => [.. Paths];
}
