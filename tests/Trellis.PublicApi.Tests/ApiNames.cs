namespace Trellis.PublicApi.Tests;

/// <summary>Writes types as C# does, with their namespaces.</summary>
internal static class ApiNames
{
    public static string Of(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.HasElementType)
            return Of(type.GetElementType()!) + (type.IsArray ? "[]" : type.IsByRef ? "&" : "*");
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value) + "?";

        var name = type.DeclaringType is { } outer ? $"{Of(outer)}.{type.Name}" : type.Namespace is "System" ? type.Name : $"{type.Namespace}.{type.Name}";
        return type.IsGenericType && name.IndexOf('`') is >= 0 and var tick
            ? $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : name;
    }
}
