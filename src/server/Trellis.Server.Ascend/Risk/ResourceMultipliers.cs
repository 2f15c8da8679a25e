using System.Buffers;
using System.Collections.Frozen;

namespace Trellis.Server.Ascend.Risk;

/// <summary>The resource's multiplier, in hundredths: some kinds of resource are worth more care than others.</summary>
internal static class ResourceMultipliers
{
    /// <summary>The multiplier of a resource of no known kind.</summary>
    public const int Neutral = 100;

    private const int OfSecurityGroup = 115;

    // The one kind whose name is two words.
    private static readonly SearchValues<string> SecurityGroup =
        SearchValues.Create(["security_group", "security-group", "security group", "securitygroup"], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Kinds = new Dictionary<string, int>
    {
        ["rds"] = 120, ["database"] = 120, ["aurora"] = 120, ["iam"] = 120, ["kms"] = 120,
        ["dynamodb"] = 115, ["redshift"] = 115,
        ["vpc"] = 110,
        ["ebs"] = 105, ["efs"] = 105,
        ["s3"] = 100, ["ec2"] = 100,
        ["glacier"] = 95,
        ["ecs"] = 90, ["sns"] = 90, ["sqs"] = 90,
        ["fargate"] = 85, ["cloudwatch"] = 85,
        ["lambda"] = 80,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The multiplier: the largest among the kinds that the words of either text name, else <see cref="Neutral"/>.</summary>
    /// <param name="resource">The resource's name.</param>
    /// <param name="resourceType">Its type, if the caller stated one.</param>
    public static int Of(ReadOnlySpan<char> resource, ReadOnlySpan<char> resourceType)
    {
        var largest = Math.Max(Largest(resource), Largest(resourceType));
        return largest == 0 ? Neutral : largest;
    }

    // Splits at everything that is no letter and no digit: "arn:aws:rds:…" and "prod-rds-1" both hold the word "rds", "records" does not.
    private static int Largest(ReadOnlySpan<char> text)
    {
        var largest = text.ContainsAny(SecurityGroup) ? OfSecurityGroup : 0;
        while (!text.IsEmpty)
        {
            var length = 0;
            while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
                length++;
            if (Kinds.TryGetValue(text[..length], out var multiplier))
                largest = Math.Max(largest, multiplier);
            text = text[Math.Min(length + 1, text.Length)..];
        }

        return largest;
    }
}
