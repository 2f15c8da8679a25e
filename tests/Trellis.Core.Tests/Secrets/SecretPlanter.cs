using System.Reflection;

namespace Trellis.Tests.Secrets;

/// <summary>Makes an instance of a type that holds a secret, wherever its constructors, factories and properties take one.</summary>
internal static class SecretPlanter
{
    /// <summary>The planted secret. It does not look like a credential, so that only its place can hide it.</summary>
    public const string Text = "plainly-hidden-words";

    private const int MaxDepth = 4;

    private static readonly string[] SecretWords = ["token", "secret", "password", "credential", "apikey", "api_key"];

    /// <summary>An instance that holds <see cref="Text"/>, or null when <paramref name="type"/> takes no secret.</summary>
    public static object? TryPlant(Type type) => TryPlant(type, depth: 0);

    /// <summary>Whether a member of this type and name is there to take a secret.</summary>
    public static bool TakesSecret(Type type, string name) => type == typeof(Secret) || (type == typeof(string) && SoundsSecret(name));

    private static object? TryPlant(Type type, int depth)
    {
        if (type == typeof(Secret)) return new Secret(Text);
        if (depth == MaxDepth || type.IsAbstract || type.IsEnum || typeof(Delegate).IsAssignableFrom(type)) return null;
        return Makers(type).Select(maker => TryPlant(type, maker, depth)).FirstOrDefault(instance => instance is not null);
    }

    private static IEnumerable<MethodBase> Makers(Type type) =>
    [
        .. type.GetConstructors(),
        .. type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == type && !method.IsSpecialName),
    ];

    private static object? TryPlant(Type type, MethodBase maker, int depth)
    {
        var isPlanted = false;
        var arguments = maker.GetParameters()
            .Select(parameter => Value(parameter.ParameterType, parameter.Name!, depth, ref isPlanted))
            .ToArray();
        try
        {
            var instance = maker is ConstructorInfo constructor ? constructor.Invoke(arguments) : maker.Invoke(null, arguments);
            foreach (var property in type.GetProperties().Where(IsSettable))
            {
                var isSecret = false;
                var value = Value(property.PropertyType, property.Name, depth, ref isSecret);
                if (!isSecret) continue;
                property.SetValue(instance, value);
                isPlanted = true;
            }

            return isPlanted ? instance : null;
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static object? Value(Type type, string name, int depth, ref bool isPlanted)
    {
        if (TakesSecret(type, name))
        {
            isPlanted = true;
            return type == typeof(Secret) ? new Secret(Text) : Text;
        }

        if (type == typeof(string)) return "plain";
        if (type == typeof(Uri)) return new Uri("https://api.test");
        if (type == typeof(TimeProvider)) return TimeProvider.System;
        if (type.Assembly == typeof(Secret).Assembly && TryPlant(type, depth + 1) is { } carrier)
        {
            isPlanted = true;
            return carrier;
        }

        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private static bool IsSettable(PropertyInfo property) => property.SetMethod is { IsPublic: true } && property.GetIndexParameters() is [];

    private static bool SoundsSecret(string name) =>
        SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
