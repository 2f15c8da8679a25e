using Microsoft.AspNetCore.WebUtilities;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>A place in a bucket.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What the keys begin with: nothing, or text that ends in a slash.</param>
/// <param name="Endpoint">The service.</param>
/// <param name="Region">The region that requests are signed for.</param>
internal sealed record S3Location(string Bucket, string Prefix, Uri Endpoint, string Region)
{
    private const string DefaultRegion = "us-east-1";
    private const string Form = "s3://BUCKET/PREFIX?endpoint=URL&region=NAME";

    /// <exception cref="ArgumentException">The location is not one.</exception>
    public static S3Location Parse(string location)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var url) || url.Host.Length == 0 || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            throw new ArgumentException($"A bucket is named as {Form}, without credentials.");

        var region = DefaultRegion;
        Uri? endpoint = null;
        foreach (var (name, values) in QueryHelpers.ParseQuery(url.Query))
        {
            switch (name, values)
            {
                case ("region", [{ Length: > 0 } value]):
                    region = value;
                    break;
                case ("endpoint", [{ } value]) when IsHttp(value, out endpoint):
                    break;
                default:
                    throw new ArgumentException($"'{name}' of a bucket is unknown, given twice or has no value that it can have. A bucket is named as {Form}.");
            }
        }

        var prefix = Uri.UnescapeDataString(url.AbsolutePath).Trim('/');
        return new S3Location(
            url.Host, prefix.Length == 0 ? "" : prefix + "/", endpoint ?? new Uri($"https://s3.{region}.amazonaws.com"), region);
    }

    public override string ToString() => $"s3://{Bucket}/{Prefix}";

    private static bool IsHttp(string text, out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
