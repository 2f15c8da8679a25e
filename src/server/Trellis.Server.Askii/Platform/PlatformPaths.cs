namespace Trellis.Server.Askii.Platform;

/// <summary>The paths of the contract (section 1.1).</summary>
internal static class PlatformPaths
{
    /// <summary>The longest body of a request, in bytes; less where the server itself takes less.</summary>
    public const int LongestBody = 64 * 1024;

    public const string Prefix = "/platform/";
    public const string ProvisionKey = Prefix + "provision-key";
    public const string ListKeys = Prefix + "list-keys";
    public const string RevokeKey = Prefix + "revoke-key";
    public const string GetKeyConfig = Prefix + "get-key-config";
    public const string UpdateKeyModel = Prefix + "update-key-model";
    public const string AvailableModels = Prefix + "available-models";
}
