namespace Trellis.Aerostack;

/// <summary>Headers that are Aerostack's own. Contract sections 1.2 and 1.3.</summary>
internal static class AerostackHeaders
{
    public const string Key = "X-Aerostack-Key";
    public const string ProjectId = "X-Project-Id";
    public const string RequestId = "X-Request-ID";
    public const string SdkVersion = "X-SDK-Version";
}
